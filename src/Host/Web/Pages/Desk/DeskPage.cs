using System.Globalization;
using Host.Outcomes;
using Host.Texts;
using Host.Web.Accounts;
using Host.Web.Wording;
using Host.Workflow;
using Microsoft.AspNetCore.Mvc.Filters;
using Publication.Tables;

namespace Host.Web.Pages.Desk;

/// <summary>A page for people who are signed in. Nothing of it is kept by browsers or by us.</summary>
internal abstract class DeskPage(SiteTexts texts) : PageInLanguage(texts)
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Istanbul");

    /// <summary>What was refused, as a sentence; null where nothing was.</summary>
    public string? Problem { get; protected set; }

    /// <summary>Who is signed in.</summary>
    public string Me => Claims.UserOf(User);

    /// <summary>Places of the desk that this person may open.</summary>
    public IEnumerable<DeskPlace> Places => DeskPlace.All.Where(p => p.Roles.Any(r => Claims.Has(User, r)));

    public CultureInfo Culture => Messages.In(Language).Culture;

    /// <summary>A moment as a clock in the calendar's zone shows it.</summary>
    public string Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Zone).ToString("d MMMM yyyy, HH:mm", Culture);

    /// <inheritdoc cref="Local(DateTimeOffset)"/>
    public string Local(string instant) => Local(Instant.Read(instant));

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) => Response.Headers.CacheControl = "no-store";

    /// <summary>A sentence with its arguments, formatted by the language of the page.</summary>
    public string Say(string key, params object[] arguments) => string.Format(CultureOf(Language), this[key], arguments);

    public string Number(int number) => number.ToString("N0", CultureOf(Language));

    /// <summary>A share as per cent; a dash where there is none.</summary>
    public string Share(decimal? share) => share is { } value ? value.ToString("P0", CultureOf(Language)) : "–";

    /// <summary>The sentence of a failure in the language of the page.</summary>
    public string Sentence(Failure failure) => Messages.In(Language).Format(failure.Code, [.. failure.Arguments]);

    private static CultureInfo CultureOf(Language language) => CultureInfo.GetCultureInfo(language == Language.Tr ? "tr-TR" : "en-GB");
}
