#!/bin/sh
# Give the person who runs it a menu entry, the type of *.fsproj files and the faceswap-gui command.
# Nothing is copied but small files under ~/.local; ./install.sh --remove takes them away again.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
bin=$HOME/.local/bin
desktop=$data/applications/faceswap-gui.desktop
mime=$data/mime/packages/faceswap-gui.xml
icon=$data/icons/hicolor/scalable/apps/faceswap-gui.svg
link=$bin/faceswap-gui

refresh() {
    # Desktops without these commands look at the folders themselves.
    if command -v update-desktop-database >/dev/null; then
        update-desktop-database "$data/applications"
    fi
    if command -v update-mime-database >/dev/null; then
        update-mime-database "$data/mime"
    fi
}

if [ "${1:-}" = --remove ]; then
    rm -f "$desktop" "$mime" "$icon" "$link"
    refresh
    echo "removed; delete $here to be rid of the program itself"
    exit 0
fi

mkdir -p "$bin" "$(dirname "$desktop")" "$(dirname "$mime")" "$(dirname "$icon")"
sed "s|^Exec=faceswap-gui|Exec=\"$here/faceswap-gui\"|" \
    "$here/share/faceswap-gui.desktop" >"$desktop"
cp "$here/share/faceswap-gui.xml" "$mime"
cp "$here/share/icon.svg" "$icon"
ln -sf "$here/faceswap-gui" "$link"
refresh
echo "Face Swap is in the menu; the command is $link"
