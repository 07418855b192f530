using System.Text;
using Host.Composition;

namespace EndToEnd.Support;

/// <summary>The files of the first quarter of 2025 from the samples.</summary>
internal static class SampleQuarter
{
    public const string Period = "2025-Q1";

    /// <summary>Partner and path, in the order of the register.</summary>
    public static IReadOnlyList<(string Partner, string Path)> Files =>
        [.. Site.Partners.Select(p => (p.Id, Directory.EnumerateFiles(Path.Combine(Site.Samples, p.Folder), Period + ".*").Single()))];

    /// <summary>Takes the quarter in; every file as it is, or the lines of its records in another order.</summary>
    public static async Task TakeInAsync(ReleaseDesk desk, bool backwards, CancellationToken cancellationToken)
    {
        foreach (var (partner, path) in Files)
        {
            using var source = new MemoryStream(backwards && path.EndsWith(".csv", StringComparison.Ordinal) ? Backwards(File.ReadAllBytes(path)) : File.ReadAllBytes(path));
            var answer = await desk.Door.TakeAsync(partner, source, cancellationToken);
            if (!answer.Succeeded(out var given, out var failure) || !given.IsAccepted)
            {
                throw new InvalidOperationException($"{partner}: {failure?.Code ?? "rejected"}");
            }
        }
    }

    // Every byte of a single-byte encoding is a letter of Latin-1, so lines can be moved without knowing which encoding it is.
    private static byte[] Backwards(byte[] file)
    {
        var lines = Encoding.Latin1.GetString(file).Split('\n').ToList();
        var first = lines[0].StartsWith("sep=", StringComparison.Ordinal) || lines[0].StartsWith("ï»¿sep=", StringComparison.Ordinal) ? 2 : 1;
        var end = lines.FindIndex(first, l => l.StartsWith("TOPLAM", StringComparison.Ordinal) || l.Trim().Length == 0);
        lines.Reverse(first, (end < 0 ? lines.Count : end) - first);
        return Encoding.Latin1.GetBytes(string.Join('\n', lines));
    }
}
