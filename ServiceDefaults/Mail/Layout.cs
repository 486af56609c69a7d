namespace PfP.ServiceDefaults.Mail;

/// <summary>Names the texts around every mail (Layout.resx and its translations).</summary>
internal static class Layout;
