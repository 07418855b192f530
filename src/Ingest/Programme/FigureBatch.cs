using Apache.Arrow;
using Apache.Arrow.Types;
using Ingest.Counting;
using Ingest.Intake;
using Ingest.Schema;

namespace Ingest.Programme;

/// <summary>Makes the Arrow table of weighted distinct records, in the form of <see cref="ICaseCounter.Count"/>, from figures.</summary>
internal static class FigureBatch
{
    public static RecordBatch Make(
        IReadOnlyList<(PartnerId Partner, ProgrammeFigure Figure)> figures, IReadOnlyList<CountColumn> columns, IReadOnlyList<PartnerId> partners, CodeLists lists)
    {
        Func<ProgrammeFigure, string>[] codes = [.. columns.Select(column => CodesOf(column, lists))];
        (string[] Codes, int[] Counts)[] rows =
        [
            .. figures.Where(f => f.Figure.Value > 0)
                .GroupBy(f => string.Join('\n', codes.Select(code => code(f.Figure))), StringComparer.Ordinal)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => (
                    codes.Select(code => code(group.First().Figure)).ToArray(),
                    partners.Select(partner => group.Where(f => f.Partner == partner).Sum(f => f.Figure.Value)).Prepend(group.Sum(f => f.Figure.Value)).ToArray())),
        ];

        var fields = new List<Field>();
        var arrays = new List<IArrowArray>();
        for (int i = 0; i < columns.Count; i++)
        {
            string[] texts = [.. rows.Select(row => row.Codes[i]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
            DictionaryArray array = CountedBatch.Encode([.. rows.Select(row => System.Array.IndexOf(texts, row.Codes[i]))], texts);
            fields.Add(new Field(columns[i].Variable, array.Data.DataType, nullable: false));
            arrays.Add(array);
        }

        for (int i = 0; i <= partners.Count; i++)
        {
            fields.Add(new Field(i == 0 ? CountedBatch.CountName : CountedBatch.PartnerPrefix + partners[i - 1].Value, Int32Type.Default, nullable: false));
            arrays.Add(new Int32Array.Builder().AppendRange(rows.Select(row => row.Counts[i])).Build());
        }

        return new RecordBatch(new Apache.Arrow.Schema(fields, null), arrays, rows.Length);
    }

    private static Func<ProgrammeFigure, string> CodesOf(CountColumn column, CodeLists lists)
    {
        if (column is { Variable: CountColumns.QuarterVariable, Level: CodeList.LeafLevel })
        {
            return figure => figure.Quarter;
        }

        CodeList list = lists.Find(column.Variable) ?? throw Unknown(column);
        CodeLevel? level = string.Equals(column.Level, CodeList.LeafLevel, StringComparison.Ordinal) ? null : list.FindLevel(column.Level) ?? throw Unknown(column);
        string[] atLevel = [.. LeafCodes.At(list, level)];
        return string.Equals(column.Variable, IndicatorCatalogue.Variable, StringComparison.Ordinal)
            ? figure => atLevel[list.IndexOf(figure.Indicator)]
            : figure => atLevel[list.IndexOf(figure.By.TryGetValue(column.Variable, out string? code) ? code : FigureColumn.NotApplicable)];
    }

    private static ArgumentException Unknown(CountColumn column) => new($"There is no variable {column.Variable} with a level {column.Level}.");
}
