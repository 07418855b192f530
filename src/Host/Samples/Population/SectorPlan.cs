using Host.Samples.Partners;
using Host.Samples.Randomness;

namespace Host.Samples.Population;

/// <summary>
/// The actual victims of one sector, quarter after quarter: form and group are allotted, and partners are, each with what rounding left over
/// from the quarters before. Which partner gets which form and group is left to chance.
/// </summary>
internal sealed class SectorPlan
{
    private readonly string _sector;
    private readonly (string Form, string Group)[] _cells;
    private readonly Allotment _cellShares;
    private readonly SamplePartner[] _partners;
    private readonly Allotment _partnerShares;

    // Partners set aside for the cells that not every partner has a word for.
    private readonly Urn?[] _reserved;
    private Urn _cellsLeft = Urn.Of([]);
    private Urn _partnersLeft = Urn.Of([]);

    public SectorPlan(string sector, Pcg32 random)
    {
        _sector = sector;
        (string Form, string Group, int Weight)[] cells =
        [
            .. from form in Sectors.FormsOf(sector).Items
               from person in Groups.OfCase(sector, form.Item).Items
               where person.Weight > 0
               select (form.Item, person.Item, form.Weight * person.Weight),
        ];
        _cells = [.. cells.Select(cell => (cell.Form, cell.Group))];
        _cellShares = new Allotment([.. cells.Select(cell => cell.Weight)], random);
        _reserved = new Urn?[cells.Length];
        string usualForm = Sectors.FormsOf(sector).Items[0].Item;
        _partners = [.. SamplePartners.All.Where(partner => Weight(partner, usualForm) > 0)];
        _partnerShares = new Allotment([.. _partners.Select(partner => Weight(partner, usualForm))], random);
    }

    /// <summary>Moves on to a quarter with so many victims.</summary>
    public void Enter(int victims, Pcg32 random)
    {
        _cellShares.Open(victims);
        int[] cells = _cellShares.Take(victims);
        _partnerShares.Open(victims);
        int free = victims;
        for (int i = 0; i < cells.Length; i++)
        {
            _reserved[i] = _partners.All(partner => Weight(partner, _cells[i].Form) > 0) ? null : Reserve(cells[i], _cells[i].Form, random);
            free -= _reserved[i] is null ? 0 : cells[i];
        }

        _cellsLeft = Urn.Of(cells);
        _partnersLeft = Urn.Of(_partnerShares.Take(free));
    }

    public CaseDraw Next(Pcg32 random)
    {
        int cell = _cellsLeft.Draw(random);
        return new CaseDraw
        {
            Kind = CaseKind.Actual,
            Sector = _sector,
            Form = _cells[cell].Form,
            Group = _cells[cell].Group,
            Partner = _partners[(_reserved[cell] ?? _partnersLeft).Draw(random)],
        };
    }

    private Urn Reserve(int victims, string form, Pcg32 random)
    {
        var able = new Weighted<int>([.. _partners.Select((partner, index) => (index, Weight(partner, form)))]);
        int[] quotas = new int[_partners.Length];
        for (int i = 0; i < victims; i++)
        {
            int partner = able.Draw(random);
            quotas[partner]++;
            _partnerShares.Give(partner);
        }

        return Urn.Of(quotas);
    }

    private int Weight(SamplePartner partner, string form) => partner.WeightFor(CaseKind.Actual, _sector, form);
}
