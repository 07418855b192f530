using System.Security.Cryptography;
using System.Text;
using Host.Configuration;
using Host.Outcomes;

namespace Host.Web.Metrics;

/// <summary>The word that a program shows which watches the server.</summary>
internal sealed class MetricsToken
{
    /// <summary>Shortest token that is taken: an empty file would let everybody in.</summary>
    public const int Shortest = 16;

    private readonly byte[] _hash;

    private MetricsToken(string token) => _hash = Hash(token);

    /// <returns>Null where the settings name none.</returns>
    public static Outcome<MetricsToken?> Read(WebSettings settings)
    {
        if (settings.MetricsTokenFile is not { } file)
        {
            return Outcome<MetricsToken?>.Of(null);
        }

        try
        {
            var token = File.ReadAllText(file).Trim();
            return token.Length < Shortest ? new Failure(ExitCode.DependencyUnavailable, "MetricsTokenWrong", $"{Shortest}") : new MetricsToken(token);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new Failure(ExitCode.DependencyUnavailable, "MetricsTokenWrong", $"{Shortest}");
        }
    }

    public bool Matches(string shown) => CryptographicOperations.FixedTimeEquals(_hash, Hash(shown));

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
