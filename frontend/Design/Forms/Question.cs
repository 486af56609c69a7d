using Microsoft.AspNetCore.Components;

namespace PfP.Design.Forms;

/// <summary>What every question of a form has: a name, help, what somebody asks for at it, and what is wrong with its answer.</summary>
public abstract class Question : ComponentBase
{
    [CascadingParameter]
    protected FormErrors? Errors { get; set; }

    [CascadingParameter]
    protected FormRequests? Requests { get; set; }

    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    [Parameter]
    public string? Hint { get; set; }

    protected string? Error => Errors?.Of(Name);

    protected string? Request => Requests?.Of(Name);

    /// <summary>The ids of what <see cref="QuestionTexts"/> shows.</summary>
    protected string? DescribedBy
    {
        get
        {
            var ids = new[] { Hint is null ? null : $"{Name}-hint", Request is null ? null : $"{Name}-request", Error is null ? null : $"{Name}-error" }.OfType<string>();
            return string.Join(' ', ids) is { Length: > 0 } all ? all : null;
        }
    }
}
