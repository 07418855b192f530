using Ingest.Schema;

namespace Ingest.Counting;

/// <summary>What each leaf of a code list is called at a level.</summary>
internal static class LeafCodes
{
    /// <summary>In leaf order; the leaves' own codes where there is no level.</summary>
    public static IEnumerable<string> At(CodeList list, CodeLevel? level)
    {
        for (int leaf = 0; leaf < list.Codes.Count; leaf++)
        {
            yield return level is null ? list.Codes[leaf].Code : level.Nodes[level.NodeOfLeaf[leaf]].Code;
        }
    }
}
