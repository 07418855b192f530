using Ingest.Duplicates;

namespace Ingest.Counting;

/// <summary>Which partners reported a person besides the one whose record counts. A partner can subtract whom it knows.</summary>
internal sealed class PartnerKnowledge
{
    private readonly Dictionary<int, SortedSet<int>> partners = [];

    public PartnerKnowledge(PersonRegister register, int[] persons, CaseRecord[] records, IReadOnlyList<int> partnerOfUpload)
    {
        var first = new Dictionary<int, int>();
        for (int i = 0; i < records.Length; i++)
        {
            int person = register.PersonOf(persons[i]);
            int partner = partnerOfUpload[records[i].Upload];
            if (!first.TryAdd(person, partner) && first[person] != partner)
            {
                if (!partners.TryGetValue(person, out SortedSet<int>? several))
                {
                    partners[person] = several = [first[person]];
                }

                several.Add(partner);
            }
        }
    }

    public IReadOnlyList<int> OthersOf(int person, int partner) =>
        partners.TryGetValue(person, out SortedSet<int>? several) ? [.. several.Where(other => other != partner)] : [];
}
