using System.Security.Cryptography;

namespace EndToEnd.Support;

/// <summary>Every file of a folder by its relative path and the hash of its bytes.</summary>
internal static class FolderBytes
{
    public static IReadOnlyDictionary<string, string> Of(string folder) =>
        new SortedDictionary<string, string>(
            Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .ToDictionary(f => Path.GetRelativePath(folder, f), f => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(f)))),
            StringComparer.Ordinal);
}
