namespace Ingest.Intake;

/// <summary>A partner's id in the register: ASCII letters, digits and hyphens, at most 40.</summary>
public readonly record struct PartnerId
{
    public PartnerId(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Length is 0 or > 40 || !value.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
        {
            throw new ArgumentException("A partner id is 1 to 40 ASCII letters, digits and hyphens.", nameof(value));
        }

        Value = value;
    }

    public string Value { get; }

    public override string ToString() => Value;
}
