using CsCheck;

namespace Anonymize.Tests.RecordFiles.Sets;

/// <summary>Sets as untidy people write them, and as another program reads them.</summary>
internal static class SomeSets
{
    public const char Delimiter = '|';

    /// <summary>Up to four of v0 to v6, in any order, repeated, with blanks and empty places.</summary>
    public static readonly Gen<string> Cell = Of(7);

    public static Gen<string> Of(int values) =>
        from members in Gen.Int[0, values - 1].Array[0, 4]
        from style in Gen.Int[0, 3].Array[members.Length + 1]
        select string.Join(Delimiter, members.Select((m, i) => style[i] switch { 0 => $" v{m}", 1 => $"v{m} ", 2 => $"v{m}{Delimiter}", _ => $"v{m}" }));

    public static HashSet<string> Read(string cell) => [.. cell.Split(Delimiter).Select(v => v.Trim()).Where(v => v != "")];
}
