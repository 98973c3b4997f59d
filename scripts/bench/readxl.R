# readxl on a workbook or a folder of workbooks: readxl.R PATH [check]. The checksum is that of peers.py.
suppressMessages(library(readxl))
args <- commandArgs(TRUE)
files <- if (dir.exists(args[1])) sort(list.files(args[1], "[.]xlsx$", full.names = TRUE)) else args[1]
tables <- lapply(files, read_xlsx)

if ("check" %in% args) {
  # CRC-32 in two halves of sixteen bits: R has no unsigned integers.
  xor <- function(a, b) bitwXor(as.integer(a), as.integer(b))
  step <- function(v) {
    for (k in 1:8) {
      odd <- v[2] %% 2 == 1
      v <- c(v[1] %/% 2, v[2] %/% 2 + (v[1] %% 2) * 32768)
      if (odd) v <- c(xor(v[1], 0xEDB8), xor(v[2], 0x8320))
    }
    v
  }
  high <- low <- integer(256)
  for (n in 0:255) { v <- step(c(0, n)); high[n + 1] <- v[1]; low[n + 1] <- v[2] }
  crc <- function(text) {
    h <- 65535; l <- 65535
    for (byte in as.integer(charToRaw(text))) {
      at <- xor(l %% 256, byte) + 1
      nl <- l %/% 256 + (h %% 256) * 256
      h <- xor(h %/% 256, high[at]); l <- xor(nl, low[at])
    }
    as.numeric(c(xor(h, 65535), xor(l, 65535)))
  }
  shown <- function(v) {
    if (inherits(v, "POSIXct")) v <- as.numeric(v) / 86400 + 25569
    if (is.logical(v)) v <- as.integer(v)
    if (is.numeric(v)) v <- ifelse(is.na(v), NA, format(v, digits = 15, trim = TRUE, drop0trailing = TRUE, scientific = FALSE))
    enc2utf8(as.character(v))
  }
  known <- new.env()
  high_sum <- 0; low_sum <- 0; cells <- 0; rows <- 0
  for (t in tables) {
    rows <- rows + nrow(t)
    for (name in names(t)) {
      v <- t[[name]]
      counts <- table(c(name, if (is.numeric(v)) vapply(unique(v), shown, "")[match(v, unique(v))] else shown(v)))
      for (value in names(counts)) {
        if (is.null(known[[value]])) known[[value]] <- crc(value)
        high_sum <- high_sum + known[[value]][1] * counts[[value]]
        low_sum <- low_sum + known[[value]][2] * counts[[value]]
      }
      cells <- cells + sum(counts)
    }
  }
  # The sum in sixteen-bit pieces: doubles hold 53 bits.
  high_sum <- high_sum + low_sum %/% 65536
  pieces <- c(high_sum %/% 2^32, high_sum %/% 65536 %% 65536, high_sum %% 65536, low_sum %% 65536)
  cat(sprintf("%d %d %s\n", as.integer(rows), as.integer(cells), paste(sprintf("%04x", as.integer(pieces)), collapse = "")))
}
