using System.Text;
using Xunit;

namespace EndToEnd.Support;

/// <summary>Everything that lies in a folder, byte for byte, databases and their journals included.</summary>
internal static class StoredBytes
{
    /// <summary>Fails where a text occurs anywhere.</summary>
    public static async Task AssertWithoutAsync(string folder, string text)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            await using var stored = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var copy = new MemoryStream();
            await stored.CopyToAsync(copy, TestContext.Current.CancellationToken);
            Assert.True(copy.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) < 0, path);
        }
    }
}
