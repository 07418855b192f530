using System.Security.Cryptography;

namespace Host.Security;

/// <summary>A password that an operator hands to somebody, to be replaced at the first sign-in: letters and digits that nobody takes for one another.</summary>
internal static class FirstPassword
{
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int Groups = 4;
    private const int GroupLetters = 5;

    /// <summary>How long it is good.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(7);

    public static string New() => string.Join('-', Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(Letters, GroupLetters)));
}
