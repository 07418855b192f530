namespace Ingest.Intake;

/// <summary>A partner's id in the register: ASCII letters, digits and hyphens, at most 40.</summary>
public readonly record struct PartnerId
{
    public PartnerId(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (!IsValid(value))
        {
            throw new ArgumentException("A partner id is 1 to 40 ASCII letters, digits and hyphens.", nameof(value));
        }

        Value = value;
    }

    public string Value { get; }

    internal static bool IsValid(string value) => value.Length is > 0 and <= 40 && value.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    public override string ToString() => Value;
}
