using Apache.Arrow;
using Ingest.Intake;
using Ingest.Storage;

namespace Ingest.Counting;

/// <summary>One requested table while the case files are read: its columns, and the rows by which its persons count.</summary>
/// <param name="columns">Nothing gathered in them yet.</param>
/// <param name="known">Every partner.</param>
/// <param name="roster">Who counts.</param>
internal sealed class GatheredTable(IReadOnlyList<GatheredColumn> columns, IReadOnlyList<PartnerId> known, PersonRoster roster)
{
    private readonly GatheredPartners partners = new(known);
    private readonly int[] next = new int[roster.Entries.Length];

    /// <summary>Columns of a case file that it needs; maybe none.</summary>
    public IEnumerable<string> Sources => columns.SelectMany(column => column.Sources);

    /// <summary>Rows of an upload that count, ascending.</summary>
    public IReadOnlyList<RosterEntry> Entries(int upload) => roster.Entries[upload];

    /// <summary>Adds what a block holds of the rows that count; blocks of an upload come in order.</summary>
    /// <param name="block">Rows of the upload.</param>
    /// <param name="upload">Position of the upload.</param>
    /// <param name="start">Row of the upload that the block begins with.</param>
    public void Add(StoredCases block, int upload, int start)
    {
        IReadOnlyList<RosterEntry> rows = roster.Entries[upload];
        ref int at = ref next[upload];
        for (; at < rows.Count && rows[at].Row < start + block.Rows.Count; at++)
        {
            // Once for the count, and once more for each other partner that knows the person.
            for (int copy = 0; copy <= rows[at].OtherPartners.Count; copy++)
            {
                foreach (GatheredColumn column in columns)
                {
                    column.Add(block, rows[at].Row - start, rows[at].Quarter);
                }
            }

            partners.Add(rows[at]);
        }
    }

    public RecordBatch Finish(int threads, CancellationToken ct) => CountedBatch.Make(columns, partners, threads, ct);
}
