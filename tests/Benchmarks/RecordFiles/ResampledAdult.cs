using System.IO.Compression;
using System.Text;

namespace Benchmarks.RecordFiles;

/// <summary>
/// A file of any length in the likeness of UCI Adult: each record drawn from it, then each attribute replaced with probability 0.15 by that of another
/// record drawn at random. Three more columns repeat three of its columns, shuffled, so that there are twelve attributes.
/// </summary>
internal sealed class ResampledAdult
{
    public static readonly string[] Attributes =
    [
        "sex", "age", "race", "marital-status", "education", "native-country", "workclass", "salary-class", "occupation", "race-2", "sex-2", "marital-status-2",
    ];

    private readonly string folder;
    private readonly string[][] records;
    private ulong state = 20261;

    /// <param name="folder">With <c>adult.csv.gz</c> and a hierarchy file for each attribute.</param>
    public ResampledAdult(string folder)
    {
        this.folder = folder;
        using var reader = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(folder, "adult.csv.gz")), CompressionMode.Decompress), Encoding.UTF8);
        string[] header = reader.ReadLine()!.Split(';');
        int[] order = [.. Attributes.Select(a => Array.IndexOf(header, Column(a)))];
        var read = new List<string[]>();
        while (reader.ReadLine() is { } line)
        {
            string[] cells = line.Split(';');
            read.Add([.. order.Select(at => cells[at])]);
        }

        records = [.. read];
    }

    public int Records => records.Length;

    public string HierarchyOf(string attribute) => Path.Combine(folder, $"adult_hierarchy_{Column(attribute)}.csv");

    /// <param name="rows">Rows; 0 writes the records themselves, once each.</param>
    public void Write(string path, int rows)
    {
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16);
        writer.Write(string.Join(';', Attributes) + "\n");
        for (int row = 0; row < (rows == 0 ? Records : rows); row++)
        {
            string[] own = rows == 0 ? records[row] : Drawn();
            for (int j = 0; j < Attributes.Length; j++)
            {
                bool isShuffled = j >= 9;
                writer.Write(isShuffled || (rows > 0 && Next() % 100 < 15) ? Drawn()[j] : own[j]);
                writer.Write(j == Attributes.Length - 1 ? '\n' : ';');
            }
        }
    }

    private static string Column(string attribute) => attribute.Replace("-2", "", StringComparison.Ordinal);

    private string[] Drawn() => records[Next() % (ulong)Records];

    // xorshift*, Vigna 2016.
    private ulong Next()
    {
        state ^= state >> 12;
        state ^= state << 25;
        state ^= state >> 27;
        return (state * 0x2545F4914F6CDD1D) >> 16;
    }
}
