namespace Aspire.Hosting.ApplicationModel;

public abstract class Resource : IResource
{
    private const int LongestName = 64;

    protected Resource(string name)
    {
        var valid = name.Length is > 0 and <= LongestName
            && char.IsAsciiLetter(name[0])
            && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
        if (!valid)
        {
            throw new ArgumentException($"'{name}' cannot name a resource: it takes a letter, then letters, digits and hyphens, {LongestName} at most.", nameof(name));
        }

        Name = name;
    }

    public string Name { get; }

    public ResourceAnnotationCollection Annotations { get; } = [];

    public override string ToString() => Name;
}
