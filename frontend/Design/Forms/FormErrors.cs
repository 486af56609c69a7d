namespace PfP.Design.Forms;

/// <summary>What is wrong with a form, in the order of its fields.</summary>
public sealed class FormErrors
{
    private readonly List<FormError> errors = [];

    public IReadOnlyList<FormError> All => errors;

    public bool Any => errors.Count > 0;

    /// <param name="field">Its id and name; empty for the form as a whole.</param>
    public void Add(string field, string message) => errors.Add(new(field, message));

    public string? Of(string field) => errors.Find(error => error.Field == field)?.Message;
}

public sealed record FormError(string Field, string Message);
