using System.Security.Cryptography;
using System.Text;
using Publication.Ledgers;
using Publication.Releases;
using Publication.Rules;

namespace Publication.Verification;

/// <summary>What a certificate is about: these tables, under these rules, after this ledger.</summary>
internal static class CertificateBinding
{
    public static string Of(ReleaseContent content, RuleSet rules, Ledger ledger)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.ASCII.GetBytes($"{rules.Identity.Sha256}\n{ledger.Head}\n"));
        hash.AppendData(ReleaseSerializer.Write(content));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
