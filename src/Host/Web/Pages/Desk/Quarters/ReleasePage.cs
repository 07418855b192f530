using System.Globalization;
using Anonymize;
using Host.Composition;
using Host.Outcomes;
using Host.Texts;
using Host.Web.Wording;
using Host.Workflow;
using Microsoft.AspNetCore.Mvc;
using Publication.Tables;
using Reports.Wording;

namespace Host.Web.Pages.Desk.Quarters;

/// <summary>A page of those who make a release.</summary>
internal abstract class ReleasePage(ReleaseDesk desk, SiteTexts texts) : DeskPage(texts)
{
    private Messages? _messages;

    protected ReleaseDesk Release { get; } = desk;

    private Messages Messages => _messages ??= Messages.In(Language);

    /// <summary>Day and minute in the time of the calendar.</summary>
    public string Moment(DateTimeOffset moment)
    {
        var local = Release.Installation.Calendar.LocalOf(moment);
        return $"{Periods.Day(DateOnly.FromDateTime(local), Language)}, {local.ToString("HH:mm", CultureInfo.InvariantCulture)}";
    }

    /// <summary>The same of a moment as the database writes it.</summary>
    public string Moment(string moment) => Moment(Instant.Read(moment));

    /// <summary>A step of the ladder in words.</summary>
    public string Step(string step) => Messages[$"Step-{step}"];

    public string Names(IEnumerable<Text> names) => string.Join("; ", names.Select(n => n.In(Language)));

    /// <summary>Why a cell is hidden: the rules that name it, or that it protects another.</summary>
    public string Why(HiddenCell hidden) => hidden.IsPrimary
        ? string.Join(" ", hidden.Rules.Select(r => this[r switch
        {
            "R1" => "WhyMinimum",
            "R3" => "WhyAttribute",
            "R5" => "WhyResidual",
            _ => "WhyMember",
        }]))
        : this["WhySecondary"];

    /// <summary>Answer where store or keys cannot be had.</summary>
    protected ContentResult Unavailable(Failure failure) =>
        new() { StatusCode = StatusCodes.Status503ServiceUnavailable, ContentType = "text/plain; charset=utf-8", Content = Sentence(failure) };
}
