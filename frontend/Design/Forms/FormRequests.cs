namespace PfP.Design.Forms;

/// <summary>What somebody asks for at the fields of a form: nothing that was typed there is wrong.</summary>
/// <param name="all">Field and request.</param>
public sealed class FormRequests(IEnumerable<(string Field, string Text)> all)
{
    private readonly ILookup<string, string> byField = all.ToLookup(request => request.Field, request => request.Text);

    public string? Of(string field) => byField.Contains(field) ? string.Join('\n', byField[field]) : null;
}
