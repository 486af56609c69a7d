using System.Text;
using QRCoder;

namespace PfP.Identity.Accounts.SecondFactor;

internal static class QrCode
{
    private const int PixelsPerModule = 4;

    /// <summary>The address of a picture that a telephone reads the text from; it leaves neither a file nor a request behind.</summary>
    public static string ImageOf(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var image = new SvgQRCode(code);
        return $"data:image/svg+xml;base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(image.GetGraphic(PixelsPerModule)))}";
    }
}
