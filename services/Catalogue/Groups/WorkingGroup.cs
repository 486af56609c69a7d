namespace PfP.Catalogue.Groups;

/// <summary>A working group of the forum: what the secretariat says of it, and what its co-chairs write.</summary>
internal sealed class WorkingGroup
{
    public Guid Id { get; private init; }

    public string Slug { get; private init; } = "";

    public GroupContent Content { get; private set; } = new();

    public int Version { get; private set; }

    /// <summary>Counts only what everybody reads: from the other one they would read how often something changes that they may not see.</summary>
    public int PublicVersion { get; private set; }

    public static WorkingGroup Create(string slug, GroupContent content) => new() { Id = Guid.CreateVersion7(), Slug = slug, Content = content, Version = 1 };

    public void Change(GroupContent content)
    {
        Content = content;
        Version++;
    }

    public void Publish() => PublicVersion++;

    public bool IsChairedBy(string? entity) => entity is not null && Content.Chairs.Contains(entity);
}
