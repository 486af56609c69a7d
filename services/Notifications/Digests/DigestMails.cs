using PfP.Contracts.Notifications.Api;
using PfP.Notifications.Choices;
using PfP.Notifications.Delivery;
using PfP.ServiceDefaults;

namespace PfP.Notifications.Digests;

/// <summary>One thing or many: each with its title, what it is, and why the reader hears of it.</summary>
internal sealed class DigestMails(UnsubscribeTokens tokens)
{
    public ComposedMail Compose(Guid memberId, MailRecipient reader, IReadOnlyList<FoundItem> items)
    {
        // An entry that they follow, and which a search found as well, is one thing to them: as it is now.
        var entries = items.GroupBy(item => (item.Kind, item.EntryId)).Select(same => Item(reader, [.. same])).ToList();
        return Mails.ComposeVariant<FollowsDigest>(reader, entries.Count == 1 ? ".One" : "", "/members/following", entries.Count == 1 ? entries[0].Title : entries.Count) with
        {
            Items = entries,
            Reason = Mails.Said(reader, "Reason.Follows"),
            UnsubscribePath = Unsubscribe.PathOf(tokens.Create(memberId, MailKinds.Follows)),
        };
    }

    private static MailItem Item(MailRecipient reader, FoundItem[] same)
    {
        var (newest, language) = (same[^1], same[^1].LanguageFor(reader.Language));
        var searches = same.SelectMany(item => item.SearchNames).ToList();
        var kind = Mails.Said(reader, $"Kind.{newest.Kind}");
        string?[] lines =
        [
            kind,
            searches.Count > 0 ? Mails.Said(reader, "FollowsDigest.Searches", string.Join("; ", searches)) : null,
            same.Any(item => item.Version > 0) ? Mails.Said(reader, $"FollowsDigest.Entry.{newest.Kind}") : null,
        ];
        return new(newest.Titles[language], newest.Path, [.. lines.OfType<string>()]) { Language = language };
    }
}
