package io.tastemaker.adapters.persistence.creators;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tastemaker.adapters.persistence.shared.Codes;
import io.tastemaker.domain.creators.ColumnUse;
import io.tastemaker.domain.creators.CreatorImport;
import io.tastemaker.domain.creators.ListWarning;
import io.tastemaker.domain.shared.Platform;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.JSONB;

/** The options and the report of an import as JSON. In these records null stands for what is not known. */
public final class ImportJson {

    private record OptionsJson(String platform, String onDuplicate, Map<String, String> columns, String asOf) {}

    private record ReportJson(
            String encoding, String delimiter, List<ColumnJson> columns, RowsJson rows, List<WarningJson> warnings, long faults) {}

    private record ColumnJson(String column, String meaning, String state, String reason) {}

    private record RowsJson(long created, long updated, long unchanged, long duplicate, long rejected) {}

    private record WarningJson(String code, String column, String detail, long count) {}

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ImportJson() {}

    static JSONB write(CreatorImport.Options options) {
        return json(new OptionsJson(
                options.platform().map(Platform::code).orElse(null),
                options.onDuplicate().code(),
                options.columns(),
                options.asOf().map(Instant::toString).orElse(null)));
    }

    static CreatorImport.Options options(JSONB column) {
        OptionsJson json = read(column, OptionsJson.class);
        return new CreatorImport.Options(
                Optional.ofNullable(json.platform()).map(code -> Codes.read(Platform.class, code)),
                Codes.read(CreatorImport.OnDuplicate.class, json.onDuplicate()),
                json.columns(),
                Optional.ofNullable(json.asOf()).map(Instant::parse));
    }

    public static JSONB write(CreatorImport.Report report) {
        CreatorImport.Rows rows = report.rows();
        return json(new ReportJson(
                report.encoding().orElse(null),
                report.delimiter().orElse(null),
                report.columns().stream()
                        .map(use -> new ColumnJson(use.column(), use.meaning().orElse(null), use.state().code(), use.reason()))
                        .toList(),
                new RowsJson(rows.created(), rows.updated(), rows.unchanged(), rows.duplicate(), rows.rejected()),
                report.warnings().stream()
                        .map(warning -> new WarningJson(warning.code(), warning.column().orElse(null), warning.detail(), warning.count()))
                        .toList(),
                report.faults()));
    }

    public static CreatorImport.Report report(JSONB column) {
        ReportJson json = read(column, ReportJson.class);
        RowsJson rows = json.rows();
        return new CreatorImport.Report(
                Optional.ofNullable(json.encoding()),
                Optional.ofNullable(json.delimiter()),
                json.columns().stream()
                        .map(use -> new ColumnUse(
                                use.column(), Optional.ofNullable(use.meaning()), Codes.read(ColumnUse.State.class, use.state()), use.reason()))
                        .toList(),
                new CreatorImport.Rows(rows.created(), rows.updated(), rows.unchanged(), rows.duplicate(), rows.rejected()),
                json.warnings().stream()
                        .map(warning -> new ListWarning(
                                warning.code(), Optional.ofNullable(warning.column()), warning.detail(), warning.count()))
                        .toList(),
                json.faults());
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
