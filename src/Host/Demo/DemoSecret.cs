using System.Security.Cryptography;
using System.Text;
using Host.Security;

namespace Host.Demo;

/// <summary>Second factors of the users of the demonstration. Everybody can read here how they are made; they protect nothing.</summary>
internal static class DemoSecret
{
    public static byte[] Of(string userId) => SHA256.HashData(Encoding.UTF8.GetBytes($"the second factor of {userId} in the demonstration is no secret"))[..Totp.SecretBytes];
}
