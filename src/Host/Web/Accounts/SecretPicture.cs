using System.Globalization;
using System.Text;
using Host.Security;
using QRCoder;

namespace Host.Web.Accounts;

/// <summary>A new secret as an authenticator program takes it: a picture to scan, and letters to type.</summary>
internal sealed class SecretPicture
{
    public SecretPicture(string issuer, string user, byte[] secret)
    {
        Letters = string.Join(' ', Totp.Base32(secret).Chunk(4).Select(c => new string(c)));
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(Totp.Address(issuer, user, secret), QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        Side = rows.Count;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows[y].Count; x++)
            {
                if (rows[y][x])
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
                }
            }
        }

        Path = path.ToString();
    }

    /// <summary>Modules a side.</summary>
    public int Side { get; }

    /// <summary>The dark modules as an SVG path of unit squares.</summary>
    public string Path { get; }

    public string Letters { get; }
}
