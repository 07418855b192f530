using Apache.Arrow;
using Publication.Tables;
using Publication.Verification;

namespace Anonymize.Records;

/// <summary>
/// Weighted distinct records as an Arrow batch → the view of engine and verifier. Columns: one of strings (plain or dictionary-encoded) for
/// each variable, <c>count</c> (int32), and <c>partner:NAME</c> (int32) for each partner.
/// </summary>
internal static class ArrowRecords
{
    private const string CountColumn = "count";
    private const string PartnerPrefix = "partner:";

    /// <param name="population">Name of the population.</param>
    /// <param name="variables">The variables to read; a family member <c>name:CODE</c> is read from column <c>name</c>, codes joined by <c>;</c>.</param>
    /// <param name="batch">The records.</param>
    /// <exception cref="FormatException">A column is missing or holds a code that its variable does not know; the message names the column only.</exception>
    public static RecordView Read(string population, IReadOnlyList<Variable> variables, RecordBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var used = variables.Where(v => Find(batch, ColumnName(v)) >= 0).OrderBy(v => v.Name, StringComparer.Ordinal).ToArray();
        var columns = used.Select(v => Codes(v, batch.Column(Find(batch, ColumnName(v))))).ToArray();
        var counts = Numbers(batch, CountColumn);
        var partners = batch.Schema.FieldsList.Select(f => f.Name).Where(n => n.StartsWith(PartnerPrefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToArray();
        var partnerCounts = partners.Select(p => Numbers(batch, p)).ToArray();

        var atoms = new SortedDictionary<int[], (int Count, int[] Partners)>(Comparer<int[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b)));
        for (var i = 0; i < batch.Length; i++)
        {
            if (counts[i] <= 0)
            {
                continue;
            }

            var atom = columns.Select(c => c[i]).ToArray();
            if (!atoms.TryGetValue(atom, out var sum))
            {
                sum = (0, new int[partners.Length]);
            }

            for (var p = 0; p < partners.Length; p++)
            {
                sum.Partners[p] += partnerCounts[p][i];
            }

            atoms[atom] = (checked(sum.Count + counts[i]), sum.Partners);
        }

        return new RecordView(
            population,
            used,
            [.. atoms.Keys],
            [.. atoms.Values.Select(a => a.Count)],
            [.. partners.Select(p => p[PartnerPrefix.Length..])],
            [.. Enumerable.Range(0, partners.Length).Select(p => atoms.Values.Select(a => a.Partners[p]).ToArray())]);
    }

    private static string ColumnName(Variable variable) => variable.Name.Split(':')[0];

    private static int Find(RecordBatch batch, string name)
    {
        for (var i = 0; i < batch.Schema.FieldsList.Count; i++)
        {
            if (string.Equals(batch.Schema.FieldsList[i].Name, name, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    private static int[] Numbers(RecordBatch batch, string name) =>
        Find(batch, name) is >= 0 and var at && batch.Column(at) is Int32Array numbers
            ? [.. Enumerable.Range(0, numbers.Length).Select(i => numbers.GetValue(i) ?? 0)]
            : throw new FormatException($"Column {name} is missing or not of 32-bit whole numbers.");

    private static int[] Codes(Variable variable, IArrowArray array)
    {
        var (values, index) = array switch
        {
            StringArray plain => (plain, Enumerable.Range(0, plain.Length).ToArray()),
            DictionaryArray { Dictionary: StringArray words } coded => (words, Indices(coded.Indices)),
            _ => throw new FormatException($"Column {ColumnName(variable)} is not of text."),
        };
        var member = variable.Name.Split(':') is [_, var code] ? code : null;
        var leafOf = new int[values.Length];
        for (var i = 0; i < leafOf.Length; i++)
        {
            var value = values.GetString(i);
            leafOf[i] = variable.IndexOf(member is null ? value : value.Split(';').Contains(member, StringComparer.Ordinal) ? "Y" : "N");
        }

        return [.. index.Select(i => leafOf[i] >= 0 ? leafOf[i] : throw new FormatException($"Column {ColumnName(variable)} holds a code that its variable does not have."))];
    }

    private static int[] Indices(IArrowArray array) => array switch
    {
        Int8Array a => [.. Enumerable.Range(0, a.Length).Select(i => (int)a.GetValue(i)!.Value)],
        UInt8Array a => [.. Enumerable.Range(0, a.Length).Select(i => (int)a.GetValue(i)!.Value)],
        Int16Array a => [.. Enumerable.Range(0, a.Length).Select(i => (int)a.GetValue(i)!.Value)],
        UInt16Array a => [.. Enumerable.Range(0, a.Length).Select(i => (int)a.GetValue(i)!.Value)],
        Int32Array a => [.. Enumerable.Range(0, a.Length).Select(i => a.GetValue(i)!.Value)],
        _ => throw new FormatException("A dictionary has indices of an unexpected type."),
    };
}
