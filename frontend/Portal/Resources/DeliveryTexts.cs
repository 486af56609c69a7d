namespace PfP.Portal.Resources;

/// <summary>Names the texts about the mails that the secretariat looks after (DeliveryTexts.resx and its translations).</summary>
public sealed class DeliveryTexts;
