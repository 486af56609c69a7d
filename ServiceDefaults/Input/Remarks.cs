using PfP.Contracts.Catalogue.Api;

namespace PfP.ServiceDefaults.Input;

/// <summary>What the secretariat says when it decides, or anybody in a thread.</summary>
public static class Remarks
{
    private const int Longest = 4_000;

    /// <summary>The fields that its comments are about, for the audit records.</summary>
    public static string[] Fields(SubmissionRemark remark)
    {
        ArgumentNullException.ThrowIfNull(remark);
        return [.. remark.Comments.Select(comment => comment.Field).Distinct().Order()];
    }

    public static IReadOnlyList<Breach> Check(SubmissionRemark remark, bool isRequired)
    {
        ArgumentNullException.ThrowIfNull(remark);
        return
        [
            .. isRequired && string.IsNullOrWhiteSpace(remark.Text) ? [new Breach("text", "It is required.")] : Array.Empty<Breach>(),
            .. Typed.Text("text", remark.Text, Longest),
            .. Typed.Rows("comments", remark.Comments, comment => [comment.Field]),
            .. (remark.Comments ?? []).Where(comment => comment is not null).SelectMany(comment => Typed.Text("comments", comment.Message, Longest)),
        ];
    }
}
