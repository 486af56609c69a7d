using Microsoft.Extensions.Localization;
using PfP.Portal.Resources;

namespace PfP.Portal.Components.Pages.Mails;

internal static class Occasions
{
    /// <summary>What a mail is sent for; one that this portal does not know yet goes by the name that its service gives it.</summary>
    public static string Name(IStringLocalizer<DeliveryTexts> texts, string occasion) =>
        texts[$"Occasion.{occasion}"] is { ResourceNotFound: false } text ? text.Value : occasion;
}
