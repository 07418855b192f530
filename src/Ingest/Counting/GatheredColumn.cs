using Ingest.Counting.Kernel;
using Ingest.Storage;

namespace Ingest.Counting;

/// <summary>Collects the codes of one requested column over all uploads; at the end codes are numbered in ordinal order.</summary>
internal abstract class GatheredColumn(string name)
{
    public string Name { get; } = name;

    /// <summary>The columns of a case file that it needs.</summary>
    public abstract IReadOnlyList<string> Sources { get; }

    public abstract void Add(StoredCases block, int row, short quarter);

    /// <summary>The gathered codes as digits, and the text of each digit, ordinal and ascending.</summary>
    public abstract (KeyColumn Digits, IReadOnlyList<string> Texts) Finish();
}
