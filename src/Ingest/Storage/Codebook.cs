using Ingest.Cases;
using Ingest.Schema;

namespace Ingest.Storage;

/// <summary>
/// The leaf codes that the indexes of a batch stand for, in index order. Each case file keeps the lists it was written with, so
/// that a later version of a code list, in another order, still reads it.
/// </summary>
internal sealed class Codebook(CodeLists lists)
{
    public CodeList ListOf(CaseColumn column) => lists[column switch
    {
        CaseColumn.Status => "status",
        CaseColumn.Sector => "sector",
        CaseColumn.Form => "form",
        CaseColumn.Group => "group",
        CaseColumn.Age => "age",
        CaseColumn.Citizenship => "citizenship",
        CaseColumn.Province => "region",
        CaseColumn.Referral => "referral",
        CaseColumn.DecidedBy => "decidedBy",
        CaseColumn.Permit => "permit",
        CaseColumn.Outcome => "outcome",
        CaseColumn.Consent => "consent",
        _ => throw new ArgumentOutOfRangeException(nameof(column)),
    }];

    public CodeList ListOf(SetColumn column) => lists[column switch
    {
        SetColumn.Sectors => "sector",
        SetColumn.Forms => "form",
        SetColumn.Means => "means",
        SetColumn.Services => "services",
        _ => throw new ArgumentOutOfRangeException(nameof(column)),
    }];

    public IEnumerable<string> Codes(CaseColumn column) => ListOf(column).Codes.Select(entry => entry.Code);

    public IEnumerable<string> Codes(SetColumn column) => ListOf(column).Codes.Select(entry => entry.Code);
}
