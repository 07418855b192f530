using System.Text.Json;
using Publication.Releases;

namespace Host.Publishing;

/// <summary>Tells whether a folder is the published folder of a release. Folders appear whole, by rename, so its <c>release.json</c> speaks for all of it.</summary>
internal static class PublishedFolder
{
    public static bool Holds(string folder, Release release)
    {
        var file = Path.Combine(folder, "release.json");
        if (!File.Exists(file))
        {
            return false;
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            return document.RootElement.TryGetProperty("seal", out var seal) && seal.TryGetProperty("mac", out var mac)
                && string.Equals(mac.GetString(), release.Seal.Mac, StringComparison.Ordinal);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
