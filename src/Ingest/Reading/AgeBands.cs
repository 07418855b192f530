using System.Globalization;
using Ingest.Schema;

namespace Ingest.Reading;

/// <summary>The age bands of the code list, whose codes are <c>A</c> and the first year of the band.</summary>
internal sealed class AgeBands
{
    public const int FirstAdultYear = 18;

    private readonly byte[] bandOfYear = new byte[AgeColumn.Oldest + 1];
    private readonly bool[] isChild = new bool[byte.MaxValue + 1];
    private readonly bool[] isAdult = new bool[byte.MaxValue + 1];

    public AgeBands(CodeLists lists)
    {
        CodeList ages = lists["age"];
        Unknown = (byte)ages.NotCollectedAs;
        ChildOfUnknownBand = (byte)ages.IndexOf("CHU");
        CodeLevel classes = ages.FindLevel("class")!;
        for (int code = 0; code < ages.Codes.Count; code++)
        {
            isChild[code] = classes.Nodes[classes.NodeOfLeaf[code]].Code == "CHD";
            isAdult[code] = classes.Nodes[classes.NodeOfLeaf[code]].Code == "ADU";
            if (int.TryParse(ages.Codes[code].Code.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out int first))
            {
                // Bands come in ascending order, so a later one overwrites the end of an earlier one.
                bandOfYear.AsSpan(first).Fill((byte)code);
            }
        }
    }

    public byte Unknown { get; }

    public byte ChildOfUnknownBand { get; }

    /// <param name="years">0 to <see cref="AgeColumn.Oldest"/>.</param>
    public byte BandOf(int years) => bandOfYear[years];

    public bool IsChild(byte band) => isChild[band];

    public bool IsAdult(byte band) => isAdult[band];
}
