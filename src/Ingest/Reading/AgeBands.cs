using System.Globalization;
using Ingest.Cases;
using Ingest.Schema;

namespace Ingest.Reading;

/// <summary>The age bands of the code list, whose codes are <c>A</c> and the first year of the band.</summary>
internal sealed class AgeBands
{
    public const int FirstAdultYear = 18;

    private readonly byte[] bandOfYear = new byte[AgeColumn.Oldest + 1];
    private readonly CodeList ages;
    private readonly int childNode;
    private readonly int adultNode;

    public AgeBands(CodeLists lists)
    {
        ages = lists["age"];
        Unknown = (byte)ages.NotCollectedAs;
        ChildOfUnknownBand = (byte)ages.IndexOf("CHU");
        CodeLevel classes = ages.FindLevel("class")!;
        childNode = classes.Nodes.ToList().FindIndex(node => node.Code == "CHD");
        adultNode = classes.Nodes.ToList().FindIndex(node => node.Code == "ADU");
        for (int code = 0; code < ages.Codes.Count; code++)
        {
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

    public bool IsChild(byte band) => band != MissingCode.NotCollected && ages.FindLevel("class")!.NodeOfLeaf[band] == childNode;

    public bool IsAdult(byte band) => band != MissingCode.NotCollected && ages.FindLevel("class")!.NodeOfLeaf[band] == adultNode;
}
