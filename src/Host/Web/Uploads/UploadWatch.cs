using System.Collections.Concurrent;

namespace Host.Web.Uploads;

/// <summary>Uploads of browsers that are under way, each under a partner and a name that its page made up.</summary>
internal sealed class UploadWatch
{
    private const int NameDigits = 32;

    private readonly ConcurrentDictionary<(string Partner, string Name), UploadProgress> _underWay = new();

    /// <summary>Begins to watch an upload.</summary>
    /// <returns>Null where the page gave no usable name: the upload goes on unwatched.</returns>
    public UploadProgress? Begin(string partner, string? name)
    {
        var progress = new UploadProgress();
        return name is { Length: NameDigits } && name.All(char.IsAsciiHexDigitLower) && _underWay.TryAdd((partner, name), progress) ? progress : null;
    }

    public void End(string partner, string? name) => _underWay.TryRemove((partner, name ?? ""), out _);

    public UploadProgress? Find(string partner, string name) => _underWay.GetValueOrDefault((partner, name));
}
