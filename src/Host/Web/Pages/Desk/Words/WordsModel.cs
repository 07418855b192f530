using Host.Composition;
using Host.Web.Accounts;
using Host.Web.Wording;
using Ingest.Catalogue;
using Ingest.Intake;
using Ingest.Schema;
using Ingest.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Host.Web.Pages.Desk.Words;

/// <summary>A partner's own words for codes.</summary>
internal sealed class WordsModel(PartnerWords words, SiteTexts texts) : DeskPage(texts)
{
    public PartnerId Partner => new(Claims.PartnerOf(User));

    public IReadOnlyList<CodeList> Variables => words.Variables;

    public IReadOnlyList<PartnerWord> InUse { get; private set; } = [];

    /// <summary>What is typed again where it was refused.</summary>
    public string? Word { get; private set; }

    public string LabelOf(PartnerWord word) =>
        Variables.First(v => v.Variable == word.Variable) is var list && list.IndexOf(word.Code) is >= 0 and var index ? list.Codes[index].Label.In(Tongue) : word.Code;

    public string NameOf(string variable) => Variables.First(v => v.Variable == variable).Label.In(Tongue);

    public void OnGet() => InUse = words.Of(Partner).TryGet(out var inUse) ? inUse : [];

    /// <param name="code">Variable and code, parted by a colon: one choice of one list.</param>
    /// <param name="word">The partner's word.</param>
    public IActionResult OnPostAdd(string? code, string? word)
    {
        Word = word;
        return code?.Split(':') is [var variable, var chosen]
            ? After(words.Add(Partner, variable, word ?? "", chosen, Me))
            : After(StoreFailureCode.WordWrong);
    }

    public IActionResult OnPostRemove(long number) => After(words.Remove(Partner, number, Me));

    private IActionResult After(StoreResult<IReadOnlyList<PartnerWord>> result)
    {
        if (result.Succeeded)
        {
            return Redirect($"/{Tongue}/desk/words");
        }

        Problem = Sentence(StoreFailures.Of(result.Failure!.Value));
        OnGet();
        return Page();
    }
}
