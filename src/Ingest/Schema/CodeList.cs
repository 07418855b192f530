namespace Ingest.Schema;

/// <summary>
/// The codes of one variable, from a data file: leaves in file order (a leaf's index is what a case record holds), labels in Turkish and
/// English, spellings partners use, and the levels above the leaves.
/// </summary>
public sealed class CodeList
{
    /// <summary>The id of the level that is the leaves themselves.</summary>
    public const string LeafLevel = "leaf";

    /// <summary>A leaf index is a byte, and 255 means not collected.</summary>
    public const int MaximumLeaves = 255;

    private readonly Dictionary<string, byte> byCode;
    private readonly Dictionary<string, byte> bySpelling;
    private readonly Dictionary<string, CodeLevel> levels;

    internal CodeList(
        string variable,
        string vintage,
        Label label,
        IReadOnlyList<CodeEntry> codes,
        IReadOnlyList<CodeLevel> levels,
        Dictionary<string, byte> bySpelling,
        string? notCollectedAs)
    {
        Variable = variable;
        Vintage = vintage;
        Label = label;
        Codes = codes;
        Levels = levels;
        this.bySpelling = bySpelling;
        byCode = codes.Select((entry, index) => (entry.Code, index)).ToDictionary(c => c.Code, c => (byte)c.index, StringComparer.Ordinal);
        this.levels = levels.ToDictionary(level => level.Id, StringComparer.Ordinal);
        NotCollectedAs = notCollectedAs is null ? -1 : byCode[notCollectedAs];
    }

    public string Variable { get; }

    /// <summary>The version of the classification; part of every cell definition made from it.</summary>
    public string Vintage { get; }

    public Label Label { get; }

    public IReadOnlyList<CodeEntry> Codes { get; }

    /// <summary>The levels above the leaves, finer before coarser.</summary>
    public IReadOnlyList<CodeLevel> Levels { get; }

    /// <summary>The leaf that "not collected" counts as, −1 for lists that are only used in sets.</summary>
    public int NotCollectedAs { get; }

    /// <summary>The index of a leaf, −1 if there is no such code.</summary>
    public int IndexOf(string code) => byCode.TryGetValue(code, out byte index) ? index : -1;

    /// <summary>The named level, or none; the level <see cref="LeafLevel"/> has no object of its own.</summary>
    public CodeLevel? FindLevel(string id) => levels.GetValueOrDefault(id);

    /// <summary>Finds the leaf whose code, label or known spelling folds to <paramref name="folded"/>.</summary>
    internal bool TryFindFolded(string folded, out byte index) => bySpelling.TryGetValue(folded, out index);

    /// <summary>Finds the leaf a partner's label means, in any case, with or without Turkish letters.</summary>
    public bool TryFind(string label, out byte index) => TryFindFolded(LabelFold.Fold(label), out index);
}
