using System.Security.Cryptography;
using System.Text;
using Host.Security;

namespace Host.Tests.Security;

public sealed class PasswordHashTests
{
    private const string Password = "şifre birkaç sözcüktür";

    [Fact]
    public void Hash_MatchesItsPasswordAndNoOther()
    {
        var kept = PasswordHash.Of(Password, rounds: 1000);
        Assert.True(PasswordHash.Matches(kept, Password));
        Assert.False(PasswordHash.Matches(kept, Password + " "));
        Assert.False(PasswordHash.Matches(null, "nobody has this password"));
        Assert.NotEqual(kept, PasswordHash.Of(Password, rounds: 1000));
    }

    [Fact]
    public void SameLettersOfAnotherKeyboard_Match() =>
        Assert.True(PasswordHash.Matches(PasswordHash.Of(Password, rounds: 1000), Password.Normalize(NormalizationForm.FormD)));

    /// <summary>An account made by the version before Identity's hasher.</summary>
    [Fact]
    public void HashKeptInParts_IsRead()
    {
        var salt = "sixteen bytes of"u8.ToArray();
        var hash = Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(Password), salt, 600_000, HashAlgorithmName.SHA256, 32);
        Assert.True(PasswordHash.Matches(PasswordHash.OfParts(salt, hash, 600_000), Password));
        Assert.False(PasswordHash.Matches(PasswordHash.OfParts(salt, hash, 600_000), "another password"));
    }
}
