#!/bin/sh
# Time and memory of the whole run and of each stage: scripts/bench.sh PROGRAM SCALE…
# For each scale: makes the sample, runs the whole job, runs it again with nothing new, then with one
# workbook added. Prints the stages' seconds and the process's peak memory (GNU time, if installed).
set -eu
bin=$(cd "$(dirname "$1")" && pwd)/$(basename "$1"); shift
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
measure() { # NAME PROJECT
	if [ -x /usr/bin/time ]; then
		/usr/bin/time -f "  %e s wall, %U s user, %M kB peak" -o "$work/time" "$bin" run --json --project "$2" >"$work/out.json" || [ $? -eq 3 ]
		grep kB "$work/time" | sed "s/^/$1:/"
	else
		start=$(date +%s.%N); "$bin" run --json --project "$2" >"$work/out.json" || [ $? -eq 3 ]
		end=$(date +%s.%N); echo "$1: $(echo "$end $start" | awk '{printf "%.2f", $1-$2}') s wall"
	fi
	tr -d ' \n' <"$work/out.json" | grep -oE '"name":"[a-z]+","seconds":[0-9.e-]+' |
		sed -E 's/"name":"([a-z]+)","seconds":([0-9.e-]+)/    \1 \2/' | awk '{printf "    %-12s %8.3f s\n", $1, $2}'
}
for scale in "$@"; do
	project=$work/scale-$scale
	"$bin" sample "$project" --scale "$scale" --quiet
	echo "== scale $scale: $(find "$project/data/inbox" -type f | wc -l) files, $(du -sk "$project/data/inbox" | cut -f1) kB"
	one=$(find "$project/data/inbox" -type f -name '*.xlsx' | sort | head -1)
	mv "$one" "$work/held.xlsx"
	measure "first run" "$project"
	measure "second run, nothing new" "$project"
	mv "$work/held.xlsx" "$one"
	measure "one workbook more" "$project"
	rm -rf "$project"
done
