using System.Globalization;

namespace Host.Samples.Traps;

/// <summary>Identity numbers of the samples. Eleven digits; the last two of a real number are check digits.</summary>
internal static class IdentityNumber
{
    /// <summary>A number of the reserved form 9900…: it never passes the checksum.</summary>
    public static string Invalid(int ordinal)
    {
        string start = string.Create(CultureInfo.InvariantCulture, $"9900{ordinal % 1_000_000:D6}");
        return start + (Sum(start) % 10 == 0 ? '1' : '0');
    }

    /// <summary>A number that passes the checksum and was given to nobody: nine digits that start with 10000000, then two check digits.</summary>
    public static string Valid(int lastOfNine)
    {
        string nine = string.Create(CultureInfo.InvariantCulture, $"10000000{lastOfNine % 10}");
        int odd = Digit(nine, 0) + Digit(nine, 2) + Digit(nine, 4) + Digit(nine, 6) + Digit(nine, 8);
        int even = Digit(nine, 1) + Digit(nine, 3) + Digit(nine, 5) + Digit(nine, 7);
        string ten = nine + Character(((odd * 7) - even) % 10);
        return ten + Character(Sum(ten) % 10);
    }

    private static int Sum(string digits) => digits.Sum(digit => digit - '0');

    private static int Digit(string digits, int index) => digits[index] - '0';

    private static char Character(int digit) => (char)('0' + digit);
}
