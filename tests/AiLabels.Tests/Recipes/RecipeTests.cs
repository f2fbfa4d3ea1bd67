using AiLabels.Reports;
using AiLabels.Testing;
using static AiLabels.Testing.Mp4;

namespace AiLabels.Tests.Recipes;

/// <summary>Recipes that local tools write into the videos that they generate, and texts that only resemble one.</summary>
public sealed class RecipeTests
{
    private const string ApiGraph =
        """
        {"3":{"class_type":"KSampler","inputs":{"seed":1,"steps":20,"cfg":6.0,"model":["37",0]}},
         "37":{"class_type":"UNETLoader","inputs":{"unet_name":"wan2.1_t2v_1.3B_fp16.safetensors"}},
         "49":{"class_type":"SaveVideo","inputs":{"video":["48",0]}}}
        """;

    private const string EditorGraph =
        """
        {"last_node_id":9,"nodes":[{"id":1,"type":"CheckpointLoaderSimple","widgets_values":["ltx-video-2b-v0.9.safetensors"]},
         {"id":2,"type":"SamplerCustom"}],"links":[],"version":0.4}
        """;

    public static TheoryData<string, string, string?> Recipes => new()
    {
        { "prompt", ApiGraph, "Wan" },
        { "workflow", EditorGraph, "LTX" },
        { "comment", $$"""{"prompt":{{ApiGraph}},"workflow":{{EditorGraph}}}""", "Wan" },
        { "comment", $$$"""{"extra_pnginfo":{"workflow":{{{EditorGraph}}} }}""", "LTX" },
        { "prompt", """{"1":{"class_type":"KlingTextToVideoNode","inputs":{"prompt":"a fox"}}}""", "Kling" },
        { "workflow", """{"nodes":[{"type":"HyVideoSampler"}]}""", "Hunyuan" },
        {
            "comment",
            """{"prompt":"a fox","seed":42,"model_filename":"https://example.org/hunyuan_video.safetensors","type":"WanGP v11"}""",
            "Hunyuan"
        },
        { "comment", """{"sui_image_params":{"prompt":"a fox","model":"models/wan2.2_t2v_high_noise","seed":1}}""", "Wan" },
        { "description", """{"prompt":"a fox","seed":1,"num_steps":20,"guidance_scale":5,"model":"CogVideoX-5b"}""", "CogVideoX" },
        { "comment", "a fox\nNegative prompt: blurry\nSteps: 20, Sampler: Euler a, CFG scale: 7, Seed: 1, Model: animatediff_v15", null },
        { "description", "a fox\r\nSteps: 8, Sampler: DPM++ 2M, Schedule type: Karras, Model: wan2.2_t2v, Version: neo", "Wan" },
    };

    [Theory]
    [MemberData(nameof(Recipes))]
    public async Task ReadAsync_Recipe_IsSuspectedAndNamesARegisteredModel(string key, string value, string? generator)
    {
        var report = await Inspect.Bytes(FileWith(Udta(MetaWithKeys((key, value)))));

        Assert.Equal((AiOrigin.Suspected, generator), (report.Origin, report.Generator));
        Assert.Equal(FindingKind.GenerationRecipe, Assert.Single(report.Findings).Kind);
        Assert.Empty(report.Problems);
    }

    [Fact]
    public async Task ReadAsync_GraphAsTextInAMember_IsARecipe()
    {
        // Arrange
        var text = System.Text.Json.JsonSerializer.Serialize(new { prompt = ApiGraph });

        // Act
        var report = await Inspect.Bytes(FileWith(Udta(MetaWithKeys(("comment", text)))));

        // Assert
        Assert.Equal((AiOrigin.Suspected, "Wan"), (report.Origin, report.Generator));
    }

    [Theory]
    [InlineData("prompt", """{"1":{"class_type":"LoadVideo","inputs":{"file":"a.mp4"}},"2":{"class_type":"SaveVideo","inputs":{}}}""")]
    [InlineData("workflow", """{"nodes":[{"type":"UpscaleModelLoader"},{"type":"ImageUpscaleWithModel"}]}""")]
    [InlineData("comment", """{"prompt":"How was your day?","speaker":"guest"}""")]
    [InlineData("comment", """{"prompt":"Say when","steps":["mix","bake"],"model":"KitchenAid"}""")]
    [InlineData("comment", "Steps: 1. Peel the potatoes, 2. boil them")]
    [InlineData("comment", "Steps: 10000, Distance: 7 km, Seed: none of your business")]
    [InlineData("comment", "Sampler: Roland SP-404, Seed: 2")]
    [InlineData("prompt", "Say something about your holidays")]
    [InlineData("comment", """{"nodes":[{"type":"router"},{"type":"switch"}]}""")]
    [InlineData("comment", "{ not JSON")]
    public async Task ReadAsync_TextThatResemblesARecipe_IsNone(string key, string value)
    {
        var report = await Inspect.Bytes(FileWith(Udta(MetaWithKeys((key, value)))));

        Assert.Equal(AiOrigin.NotFound, report.Origin);
        Assert.Empty(report.Findings);
    }
}
