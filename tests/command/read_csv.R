# Reads a CSV file by read.csv and prints, for each row (the names first), its cells as the hexadecimal of their
# UTF-8 bytes, separated by commas: file, separator.
arguments <- commandArgs(trailingOnly = TRUE)
table <- read.csv(arguments[1], sep = arguments[2], colClasses = "character", check.names = FALSE,
                  na.strings = character(), fileEncoding = "UTF-8-BOM", encoding = "UTF-8")
hexadecimal <- function(cell) paste(as.character(charToRaw(enc2utf8(cell))), collapse = "")
rows <- rbind(names(table), as.matrix(table))
for (row in seq_len(nrow(rows))) {
    cat(paste(vapply(rows[row, ], hexadecimal, ""), collapse = ","), "\n", sep = "")
}
