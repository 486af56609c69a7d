using System.IO.Compression;
using System.Text;
using PfP.Search.Words;

namespace PfP.Search.Tests.Words;

public sealed class DictionariesTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Load_JoinsBothDirections_AndSaysWhatIsMissing()
    {
        Write("freedict-fra-eng", "Some notes\n  about a dictionary\n\nchaland /ʃalɑ̃/ <n, masc>\n1. barge, lighter\n2. large flat boat for goods\n");
        Write("freedict-eng-fra", "barge /bɑːdʒ/\npéniche, chaland\n");

        var read = Dictionaries.Load(Path.GetDirectoryName(folder.File("any"))!);

        Assert.Equal(["barg", "lighter"], read.Translate("chalands", "fr").Select(phrase => phrase.ToString()));
        Assert.Equal(["barg"], read.Translate("peniche", "fr").Select(phrase => phrase.ToString()));
        Assert.All(read.Translate("chaland", "fr"), phrase => Assert.InRange(phrase.Weight, 0.1, 0.8));
        Assert.Empty(read.Translate("chaland", "es"));
        Assert.False(read.Knows("about", "fr"));
        Assert.Equal(4, read.Missing.Count);
    }

    private void Write(string name, string text)
    {
        using var file = new GZipStream(File.Create(folder.File($"{name}.dict.dz")), CompressionLevel.Fastest);
        file.Write(Encoding.UTF8.GetBytes(text));
    }
}
