using System.Buffers;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace EndToEnd.Canaries;

/// <summary>
/// Looks for every canary, and for its longest run of plain letters, in bytes: as UTF-8, UTF-16, Windows-1254, hexadecimal and Base64, the letters of the address
/// and of HTML and JSON undone, and inside of archives.
/// </summary>
internal sealed partial class CanarySearch
{
    private const int ShortestRun = 8;

    private readonly SearchValues<string> _folded;
    private readonly SearchValues<string> _exact;

    public CanarySearch(IEnumerable<string> canaries)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        string[] texts = [.. canaries.SelectMany(c => new[] { c, PlainRun(c) }).Where(t => t.Length > 0).Distinct(StringComparer.Ordinal)];
        byte[][] forms = [.. texts.SelectMany(t => Encodings.Select(e => e.GetBytes(t)))];
        _folded = SearchValues.Create([.. forms.Select(Encoding.Latin1.GetString), .. forms.Select(Convert.ToHexString)], StringComparison.OrdinalIgnoreCase);
        _exact = SearchValues.Create([.. forms.SelectMany(Base64), .. forms.SelectMany(Base64).Select(b => b.Replace('+', '-').Replace('/', '_'))], StringComparison.Ordinal);
    }

    public static IReadOnlyList<Encoding> Encodings { get; } = [new UTF8Encoding(false), new UnicodeEncoding(false, false), new UnicodeEncoding(true, false), Windows1254()];

    /// <summary>What was found and where, in words; empty where nothing was.</summary>
    public IEnumerable<string> In(string place, byte[] bytes)
    {
        var raw = Encoding.Latin1.GetString(bytes);
        foreach (var text in (string[])[raw, Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(Undone(Encoding.UTF8.GetString(bytes))))])
        {
            if (text.AsSpan().IndexOfAny(_folded) is >= 0 and var folded)
            {
                yield return $"{place} at {folded}";
            }

            if (text.AsSpan().IndexOfAny(_exact) is >= 0 and var exact)
            {
                yield return $"{place} at {exact}, Base64";
            }
        }

        if (!raw.StartsWith("PK\u0003\u0004", StringComparison.Ordinal))
        {
            yield break;
        }

        using var archive = new ZipArchive(new MemoryStream(bytes));
        foreach (var entry in archive.Entries)
        {
            using var part = entry.Open();
            using var copy = new MemoryStream();
            part.CopyTo(copy);
            foreach (var found in In($"{place}/{entry.FullName}", copy.ToArray()).Concat(In($"{place}/{entry.Name} (its name)", Encoding.UTF8.GetBytes(entry.FullName))))
            {
                yield return found;
            }
        }
    }

    /// <summary>Every file below a folder, databases and their journals included, and the names of the files.</summary>
    /// <param name="folder">Where to look.</param>
    /// <param name="mayBeNamed">Files that may bear such a name; their content is looked at all the same.</param>
    public IEnumerable<string> InFolder(string folder, Func<string, bool> mayBeNamed)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            using var stored = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var copy = new MemoryStream();
            stored.CopyTo(copy);
            var name = Path.GetRelativePath(folder, path);
            foreach (var found in In(name, copy.ToArray()).Concat(mayBeNamed(path) ? [] : In($"{name} (its name)", Encoding.UTF8.GetBytes(name))))
            {
                yield return found;
            }
        }
    }

    private static Encoding Windows1254()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(1254);
    }

    // Pages write letters beyond ASCII as entities, addresses with percent signs, JSON with its own escapes.
    private static string Undone(string text)
    {
        var plain = WebUtility.UrlDecode(WebUtility.HtmlDecode(text));
        return plain.Contains("\\u", StringComparison.Ordinal)
            ? EscapedLetter().Replace(plain, m => $"{(char)Convert.ToUInt16(m.Groups[1].Value, 16)}")
            : plain;
    }

    private static string PlainRun(string text)
    {
        var longest = new string(text.Select(c => char.IsAsciiLetterOrDigit(c) || c == '-' ? c : ' ').ToArray()).Split(' ').MaxBy(p => p.Length)!;
        return longest.Length >= ShortestRun ? longest : "";
    }

    // Inside of a longer text the same bytes have three forms; the letters at both ends depend on the neighbours and are left out.
    private static IEnumerable<string> Base64(byte[] bytes)
    {
        for (var before = 0; before < 3; before++)
        {
            var whole = Convert.ToBase64String([.. new byte[before], .. bytes]);
            var first = ((8 * before) + 5) / 6;
            yield return whole[first..(8 * (before + bytes.Length) / 6)];
        }
    }

    [GeneratedRegex(@"\\u([0-9a-fA-F]{4})")]
    private static partial Regex EscapedLetter();
}
