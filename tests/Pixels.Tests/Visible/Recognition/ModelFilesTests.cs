using AiLabels.Pixels.Visible.Recognition;

namespace AiLabels.Pixels.Tests.Visible.Recognition;

public sealed class ModelFilesTests
{
    [Fact]
    public void Find_FolderWithoutModels_IsNull() => Assert.Null(ModelFiles.Find("/"));

    [Fact]
    public void Find_ProgramBelowTheRepository_HasWhatTheScriptsFetched()
    {
        var files = ModelFiles.Find(AppContext.BaseDirectory)!;

        Assert.All([files.Detector, files.Recognizer, files.Characters], path => Assert.True(File.Exists(path)));
    }

    [Fact]
    public void Find_ModelsBesideTheProgram_ComeFirst()
    {
        // Arrange
        var folder = Directory.CreateTempSubdirectory("models-");
        var models = folder.CreateSubdirectory("models").FullName;
        var files = new ModelFiles(models);
        foreach (var path in (string[])[files.Detector, files.Recognizer, files.Characters])
        {
            File.WriteAllText(path, "");
        }

        // Act
        var found = ModelFiles.Find(folder.FullName);

        // Assert
        Assert.Equal(files, found);
        folder.Delete(recursive: true);
    }
}
