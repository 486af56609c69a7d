using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace PfP.ServiceDefaults.Mail;

/// <summary>Trusts the certificates of one's own authority, and no others: for a relay that has none of a public one.</summary>
internal sealed class SmtpAuthority
{
    private readonly X509Certificate2Collection roots = [];

    /// <param name="file">Certificates of the authority in PEM.</param>
    public SmtpAuthority(string file) => roots.ImportFromPemFile(file);

    public bool Check(object sender, X509Certificate? certificate, X509Chain? sent, SslPolicyErrors errors)
    {
        // That the chain ends at a root this machine does not know is all that may be wrong; the name, for one, must be right.
        if (certificate is null || (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) != SslPolicyErrors.None)
        {
            return false;
        }

        using var chain = new X509Chain
        {
            ChainPolicy = { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck },
        };
        chain.ChainPolicy.CustomTrustStore.AddRange(roots);
        chain.ChainPolicy.ExtraStore.AddRange(sent?.ChainPolicy.ExtraStore ?? []);
        return chain.Build(X509CertificateLoader.LoadCertificate(certificate.GetRawCertData()));
    }
}
