using Ingest.Cases;
using Ingest.Profiles;
using Ingest.Schema;

namespace Ingest.Reading;

/// <summary>
/// Chooses the one form and the one sector under which a person is counted in additive tables: the partner's first form, then the
/// partner's first sector that the links allow beside it, else unknown. Never a guess: where the links leave one code only it is taken.
/// </summary>
internal sealed class PrimaryCodes
{
    private readonly LinkMatrix links;
    private readonly byte[][] sectorsOfForm;
    private readonly byte[][] formsOfSector;
    private readonly byte formUnknown;
    private readonly byte sectorUnknown;
    private readonly ulong notInSets;
    private readonly byte[]? formOrder;
    private readonly byte[]? sectorOrder;

    public PrimaryCodes(CodeLists lists, ProfileFile profile)
    {
        CodeList forms = lists["form"];
        CodeList sectors = lists["sector"];
        links = new LinkMatrix(lists, "form", "sector");
        formUnknown = (byte)forms.NotCollectedAs;
        sectorUnknown = (byte)sectors.NotCollectedAs;
        notInSets = (1UL << sectorUnknown) | (1UL << sectors.IndexOf("NAP"));
        sectorsOfForm = [.. Enumerable.Range(0, forms.Codes.Count).Select(f => links.AllowedColumns(f).Where(s => s != sectorUnknown).ToArray())];
        formsOfSector = [.. Enumerable.Range(0, sectors.Codes.Count).Select(s => links.AllowedRows(s).ToArray())];
        formOrder = Order(profile, ColumnTarget.Forms, forms);
        sectorOrder = Order(profile, ColumnTarget.Sectors, sectors);
    }

    /// <summary>The bits of the unknown form, which is no member of a set.</summary>
    public ulong FormsNotInSet => 1UL << formUnknown;

    /// <summary>The bits of "unknown" and "no sector", which are no members of a set.</summary>
    public ulong SectorsNotInSet => notInSets;

    /// <summary>Chooses; the flag says that sectors were given and none fits the form.</summary>
    public (byte Form, byte Sector, bool Unfitting) Choose(CodeSequence forms, CodeSequence sectors)
    {
        int form = First(forms.Codes, formOrder, formUnknown);
        bool sectorGiven = First(sectors.Codes, sectorOrder, sectorUnknown) >= 0;
        if (form < 0)
        {
            return WithoutForm(forms, sectors);
        }

        int sector = First(sectors.Codes, sectorOrder, sectorUnknown, form);
        if (sector < 0 && sectorsOfForm[form].Length == 1 && (!sectorGiven || !links.Allows(form, sectorUnknown)) && sectors.Count == 0)
        {
            sector = sectorsOfForm[form][0];
        }

        if (sector < 0 && !links.Allows(form, sectorUnknown))
        {
            sector = sectorsOfForm[form][0];
        }

        return ((byte)form, sector >= 0 ? (byte)sector : Missing(sectors, sectorUnknown), sector < 0 && sectorGiven);
    }

    private (byte Form, byte Sector, bool Unfitting) WithoutForm(CodeSequence forms, CodeSequence sectors)
    {
        int sector = First(sectors.Codes, sectorOrder, sectorUnknown);
        if (sector < 0)
        {
            return (Missing(forms, formUnknown), Missing(sectors, sectorUnknown), false);
        }

        if (links.Allows(formUnknown, sector))
        {
            return (Missing(forms, formUnknown), (byte)sector, false);
        }

        // Forced sex work is sexual exploitation whether or not the partner says so.
        return formsOfSector[sector] is [byte only]
            ? (only, (byte)sector, false)
            : (Missing(forms, formUnknown), Missing(sectors, sectorUnknown), true);
    }

    private static byte Missing(CodeSequence set, byte unknown) =>
        set.Packed == MissingCode.NotCollectedSet ? MissingCode.NotCollected : unknown;

    /// <summary>The first code that is known and, where a form is given, allowed beside it; −1 for none.</summary>
    private int First(ReadOnlySpan<byte> codes, byte[]? order, byte unknown, int form = -1)
    {
        foreach (byte code in order ?? [])
        {
            if (codes.Contains(code) && Fits(code, unknown, form))
            {
                return code;
            }
        }

        foreach (byte code in codes)
        {
            if (Fits(code, unknown, form))
            {
                return code;
            }
        }

        return -1;
    }

    private bool Fits(byte code, byte unknown, int form) => code != unknown && (form < 0 || links.Allows(form, code));

    private static byte[]? Order(ProfileFile profile, ColumnTarget target, CodeList list) =>
        profile.PrimaryOrder.TryGetValue(target, out IReadOnlyList<string>? codes)
            ? [.. codes.Select(code => (byte)list.IndexOf(code))]
            : null;
}
