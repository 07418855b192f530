using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace Benchmarks.Counting;

/// <summary>The same count by DuckDB: byte codes in an in-memory table, the result fetched vector by vector into arrays.</summary>
internal sealed class DuckDbGroupBy : IDisposable
{
    private readonly DuckDBConnection connection = new("DataSource=:memory:");
    private readonly string query;
    private readonly int columns;

    public DuckDbGroupBy(byte[][] codes, int threads)
    {
        columns = codes.Length;
        string[] names = [.. Enumerable.Range(0, columns).Select(i => $"c{i}")];
        query = $"SELECT {string.Join(", ", names)}, CAST(count(*) AS INTEGER) FROM t GROUP BY ALL";
        connection.Open();
        Execute($"SET threads = {threads}");
        Execute("SET preserve_insertion_order = false");
        Execute($"CREATE TABLE t ({string.Join(", ", names.Select(name => name + " UTINYINT NOT NULL"))})");
        using DuckDB.NET.Data.DuckDBAppender appender = connection.CreateAppender("t");
        for (int row = 0; row < codes[0].Length; row++)
        {
            DuckDB.NET.Data.IDuckDBAppenderRow line = appender.CreateRow();
            foreach (byte[] column in codes)
            {
                line.AppendValue(column[row]);
            }

            line.EndRow();
        }
    }

    public static string Version => NativeMethods.Startup.DuckDBLibraryVersion();

    public unsafe FetchedGroups Count()
    {
        DuckDBState state = NativeMethods.Query.DuckDBQuery(connection.NativeConnection, query, out DuckDBResult result);
        if (state != DuckDBState.Success)
        {
            throw new InvalidOperationException(NativeMethods.Query.DuckDBResultError(ref result));
        }

        int groups = (int)NativeMethods.Query.DuckDBRowCount(ref result);
        var fetched = new FetchedGroups(columns, groups);
        int at = 0;
        while (true)
        {
            using DuckDBDataChunk chunk = NativeMethods.Query.DuckDBFetchChunk(result);
            if (chunk.IsInvalid)
            {
                break;
            }

            int size = (int)NativeMethods.DataChunks.DuckDBDataChunkGetSize(chunk);
            if (size == 0)
            {
                break;
            }

            for (int column = 0; column < columns; column++)
            {
                new ReadOnlySpan<byte>(Data(chunk, column), size).CopyTo(fetched.Codes[column].AsSpan(at));
            }

            new ReadOnlySpan<int>(Data(chunk, columns), size).CopyTo(fetched.Counts.AsSpan(at));
            at += size;
        }

        NativeMethods.Query.DuckDBDestroyResult(ref result);
        return fetched;
    }

    public void Dispose() => connection.Dispose();

    private static unsafe void* Data(DuckDBDataChunk chunk, int column) =>
        NativeMethods.Vectors.DuckDBVectorGetData(NativeMethods.DataChunks.DuckDBDataChunkGetVector(chunk, column));

    private void Execute(string sql)
    {
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
