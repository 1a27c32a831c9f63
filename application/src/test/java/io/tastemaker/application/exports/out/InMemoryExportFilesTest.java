package io.tastemaker.application.exports.out;

class InMemoryExportFilesTest extends ExportFilesContract {

    private final ExportFiles files = new InMemoryExportFiles();

    @Override
    protected ExportFiles files() {
        return files;
    }
}
