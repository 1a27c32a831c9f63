package io.tastemaker.adapters.persistence.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tastemaker.adapters.persistence.shared.Codes;
import io.tastemaker.domain.content.ContentAnalysis;
import io.tastemaker.domain.content.FallbackReason;
import io.tastemaker.domain.content.Model;
import io.tastemaker.domain.shared.CreatorId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.JSONB;

/** What a job that reads posts was asked, and did, as JSON. In these records null stands for what is not known. */
final class AnalysisJson {

    private record OptionsJson(String creator, boolean again) {}

    private record ReportJson(long read, long kept, List<ModelJson> models, Map<String, Long> fallbacks, long profiles) {}

    private record ModelJson(String source, String provider, String name, String version, long posts) {}

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private AnalysisJson() {}

    static JSONB write(ContentAnalysis.Options options) {
        return json(new OptionsJson(options.creator().map(CreatorId::toString).orElse(null), options.again()));
    }

    static ContentAnalysis.Options options(JSONB column) {
        OptionsJson json = read(column, OptionsJson.class);
        return new ContentAnalysis.Options(Optional.ofNullable(json.creator()).map(CreatorId::of), json.again());
    }

    static JSONB write(ContentAnalysis.Report report) {
        List<ModelJson> models = report.models().entrySet().stream().map(entry -> new ModelJson(entry.getKey().source().code(),
                entry.getKey().provider(), entry.getKey().name(), entry.getKey().version(), entry.getValue())).toList();
        Map<String, Long> fallbacks = report.fallbacks().entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().code(), Map.Entry::getValue));
        return json(new ReportJson(report.read(), report.kept(), models, fallbacks, report.profiles()));
    }

    static ContentAnalysis.Report report(JSONB column) {
        ReportJson json = read(column, ReportJson.class);
        return new ContentAnalysis.Report(json.read(), json.kept(),
                json.models().stream().collect(Collectors.toMap(model -> new Model(Codes.read(Model.Source.class, model.source()),
                        model.provider(), model.name(), model.version()), ModelJson::posts)),
                json.fallbacks().entrySet().stream().collect(Collectors.toMap(
                        entry -> Codes.read(FallbackReason.class, entry.getKey()), Map.Entry::getValue)),
                json.profiles());
    }

    private static JSONB json(Object value) {
        try {
            return JSONB.valueOf(MAPPER.writeValueAsString(value));
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    private static <T> T read(JSONB column, Class<T> type) {
        try {
            return MAPPER.readValue(column.data(), type);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
