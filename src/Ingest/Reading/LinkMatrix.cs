using Ingest.Schema;

namespace Ingest.Reading;

/// <summary>Which codes of two linked variables may stand in one record.</summary>
internal sealed class LinkMatrix
{
    private readonly bool[,] allowed;

    public LinkMatrix(CodeLists lists, string rows, string columns)
    {
        CodeList rowList = lists[rows];
        CodeList columnList = lists[columns];
        allowed = new bool[rowList.Codes.Count, columnList.Codes.Count];
        for (int row = 0; row < rowList.Codes.Count; row++)
        {
            for (int column = 0; column < columnList.Codes.Count; column++)
            {
                string rowCode = rowList.Codes[row].Code;
                string columnCode = columnList.Codes[column].Code;
                allowed[row, column] = lists.Links.All(link => Holds(link, rows, rowCode, columns, columnCode));
            }
        }
    }

    public bool Allows(int row, int column) => allowed[row, column];

    /// <summary>The columns a row allows.</summary>
    public IEnumerable<byte> AllowedColumns(int row) =>
        Enumerable.Range(0, allowed.GetLength(1)).Where(column => allowed[row, column]).Select(column => (byte)column);

    /// <summary>The rows a column allows.</summary>
    public IEnumerable<byte> AllowedRows(int column) =>
        Enumerable.Range(0, allowed.GetLength(0)).Where(row => allowed[row, column]).Select(row => (byte)row);

    private static bool Holds(VariableLink link, string rows, string rowCode, string columns, string columnCode)
    {
        (string ifCode, string thenCode) = link.IfVariable == rows && link.ThenVariable == columns ? (rowCode, columnCode)
            : link.IfVariable == columns && link.ThenVariable == rows ? (columnCode, rowCode)
            : ("", "");
        if (ifCode.Length == 0)
        {
            return true;
        }

        bool left = link.IfCodes.Contains(ifCode, StringComparer.Ordinal);
        bool right = link.ThenCodes.Contains(thenCode, StringComparer.Ordinal);
        return link.Both ? left == right : !left || right;
    }
}
