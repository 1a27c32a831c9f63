package io.tastemaker.adapters.ai.content;

import io.tastemaker.domain.content.Model;
import io.tastemaker.domain.content.Task;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A directory that holds all files of a model.
 *
 * @param directory where they lie
 * @param model the file of its weights
 * @param config what it says of itself
 * @param task what it is asked, and how
 */
record ModelFolder(Path directory, Path model, ModelConfig config, LocalTask task) {

    static final String TOKENIZER = "tokenizer.json";
    private static final int VERSION_DIGITS = 12;
    private static final List<String> MODELS = List.of("model.onnx", "onnx/model.onnx");

    /** All complete ones below a directory, each named like its task; notes what is missing. */
    static List<ModelFolder> below(Path directory, Faults faults) {
        if (!Files.isDirectory(directory) || !Files.isReadable(directory)) {
            faults.add(directory, "is no directory that can be read");
            return List.of();
        }
        List<Task> tasks = Arrays.stream(Task.values()).filter(task -> Files.exists(directory.resolve(task.code()))).toList();
        if (tasks.isEmpty()) {
            faults.add(directory, "holds none of the directories "
                    + Arrays.stream(Task.values()).map(Task::code).collect(Collectors.joining(", ")));
        }
        List<ModelFolder> folders = new ArrayList<>();
        tasks.forEach(task -> read(task, directory.resolve(task.code()), faults).ifPresent(folders::add));
        return folders;
    }

    private static Optional<ModelFolder> read(Task task, Path directory, Faults faults) {
        if (!Files.isDirectory(directory)) {
            faults.add(directory, "is no directory");
            return Optional.empty();
        }
        Optional<Path> model = MODELS.stream().map(directory::resolve).filter(Files::isRegularFile).findFirst();
        if (model.isEmpty()) {
            faults.add(directory, String.join(" or ", MODELS) + " is missing");
        }
        boolean readable = model.isPresent() && isThere(directory, directory.relativize(model.get()).toString(), faults);
        boolean tokenizer = isThere(directory, TOKENIZER, faults);
        Optional<ModelConfig> config = ModelConfig.read(directory, faults);
        Optional<LocalTask> understood = config.flatMap(said -> LocalTask.of(task, said.labels(), directory, faults));
        return readable && tokenizer && understood.isPresent()
                ? Optional.of(new ModelFolder(directory, model.get(), config.get(), understood.get()))
                : Optional.empty();
    }

    /** Who reads with it; two files of weights that differ are two models, since what they read is not to be mixed up. */
    Optional<Model> identity(Faults faults) {
        try (DigestInputStream content = new DigestInputStream(Files.newInputStream(model), MessageDigest.getInstance("SHA-256"))) {
            content.transferTo(OutputStream.nullOutputStream());
            String version = HexFormat.of().formatHex(content.getMessageDigest().digest()).substring(0, VERSION_DIGITS);
            String name = config.name().orElse(directory.toRealPath().getFileName().toString());
            return Optional.of(new Model(Model.Source.LOCAL, "onnx", name, version));
        } catch (IOException fault) {
            faults.add(model, "cannot be read: " + fault.getMessage());
            return Optional.empty();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK knows SHA-256", impossible);
        }
    }

    static boolean isThere(Path directory, String file, Faults faults) {
        Path path = directory.resolve(file);
        if (!Files.isRegularFile(path)) {
            faults.add(directory, file + " is missing");
            return false;
        }
        if (!Files.isReadable(path)) {
            faults.add(directory, file + " cannot be read");
            return false;
        }
        return true;
    }
}
